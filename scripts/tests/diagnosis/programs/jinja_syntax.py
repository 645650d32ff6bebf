"""Raises jinja2.exceptions.TemplateSyntaxError: a loop without its end."""

from jinja2 import Environment

Environment(autoescape=True).from_string("{% for post in user.posts %}{{ post.title }}")
