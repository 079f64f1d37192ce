FLASK_APP=workbench.app:create_app
