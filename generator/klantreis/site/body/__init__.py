"""An item's own text as a reader sees it, with the findings marked where they stand."""
