"""Raises jinja2.exceptions.UndefinedError: a template that asks for too much."""

from jinja2 import Template

Template("Dear {{ user.profile.name }},").render(user={})
