"""The web page; the only importer of gradio. It translates typed turns and reports, and decides nothing."""
