"""What the workbench can do, one verb a function. Only this layer opens a write transaction."""
