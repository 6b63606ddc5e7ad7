namespace AgentOS.Host.Web.OpenApi;

/// <summary>The document is public: it says what could be asked, nothing of the business.</summary>
internal static class OpenApiEndpoint
{
    public static void MapOpenApi(this IEndpointRouteBuilder app) =>
        app.MapGet("/openapi.json", (OpenApiDocument document) => Results.Content(document.Text, "application/json")).AllowAnonymous();
}
