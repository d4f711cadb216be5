// Nothing is asked of any other server: the validator's badge, which would be, stays off.
SwaggerUIBundle({
  dom_id: "#page",
  url: "../openapi.yaml",
  validatorUrl: null,
  deepLinking: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  // Each operation's role is one.
  showExtensions: true,
});
