"""The ONNX encoders: text → vectors. The only owner of onnxruntime."""
