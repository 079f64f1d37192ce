FLASK_APP=workbench.cli:make_app
