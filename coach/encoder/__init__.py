"""The ONNX encoders: text → vectors. The only owner of onnxruntime.

onnxruntime starts a telemetry queue when it is imported, unless it is told not to before; so this
package does, whoever imports it first.
"""

from coach.settings import silence_libraries

silence_libraries()
