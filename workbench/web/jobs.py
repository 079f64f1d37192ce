"""The page of jobs."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from werkzeug.wrappers import Response

from workbench.services.jobs import cancel_job, list_jobs, retry_job
from workbench.web.hypermedia import go_to, is_fragment_wanted

bp = Blueprint("jobs", __name__, url_prefix="/jobs")


@bp.get("")
def index() -> str:
    """Show the newest jobs; the list alone when the page follows its running ones."""
    template = "jobs/_list.html" if is_fragment_wanted() else "jobs/index.html"
    return render_template(template, jobs=list_jobs())


@bp.post("/<int:job_id>/cancel")
def cancel(job_id: int) -> Response:
    """Stop a job."""
    cancel_job(job_id)
    return go_to(url_for("jobs.index"))


@bp.post("/<int:job_id>/retry")
def retry(job_id: int) -> Response:
    """Queue a job again."""
    retry_job(job_id)
    return go_to(url_for("jobs.index"))
