using AgentOS.Host.Identity;
using AgentOS.Identity;
using AgentOS.Tools;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace AgentOS.Host.Web.SignIn;

/// <summary>The way in for people: the printed link, or a key pasted into the sign-in form.</summary>
internal static class SignInEndpoints
{
    // A page of ours that goes on by itself, not a redirect: the browser sends a SameSite=Strict cookie only
    // where the navigation began on this site, and the link may have been opened from anywhere.
    private const string GoOn = """
        <!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/"><title>AgentOS</title><a href="/">AgentOS</a></html>
        """;

    private const string Spent = """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>AgentOS</title><h1>This link has been used or has expired</h1>
        <p>Start AgentOS again for a new link, or <a href="/">sign in with an API key</a> (<code>./agentos keys create</code>).</p></html>
        """;

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", FollowLinkAsync).AllowAnonymous();
        app.MapPost("/api/v1/sign-in", WithSecretAsync).AllowAnonymous();
        app.MapPost("/api/v1/sign-out", (HttpContext context) => context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme));
        app.MapGet("/api/v1/me", (HttpContext context) => Results.Json(Me.Of(context.Principal()), ToolJson.Options));
    }

    private static async Task<IResult> FollowLinkAsync(HttpContext context, SignInToken tokens, IIdentities identities, string token = "")
    {
        if (!tokens.TryUse(token)) return Results.Content(Spent, "text/html", statusCode: StatusCodes.Status401Unauthorized);
        await EnterAsync(context, await identities.OwnerAsync(context.RequestAborted));
        return Results.Content(GoOn, "text/html");
    }

    private static async Task<IResult> WithSecretAsync(HttpContext context, SignInToken tokens, IIdentities identities)
    {
        var secret = await JsonBody.ReadAsync<Secret>(context.Request, context.RequestAborted);
        var principal = tokens.TryUse(secret.Token) ? await identities.OwnerAsync(context.RequestAborted)
            : ApiKey.LooksLikeOne(secret.Token) ? await identities.FindByKeyAsync(ApiKey.Hash(secret.Token), context.RequestAborted)
            : null;
        if (principal is null) throw new ToolException("unauthenticated", "This is neither a valid API key nor an unused sign-in token.");
        await EnterAsync(context, principal);
        return Results.Json(Me.Of(principal), ToolJson.Options);
    }

    private static Task EnterAsync(HttpContext context, Principal principal) => context.SignInAsync(
        CookieAuthenticationDefaults.AuthenticationScheme,
        principal.ToClaims(CookieAuthenticationDefaults.AuthenticationScheme),
        new AuthenticationProperties { IsPersistent = true });

    private sealed record Secret(string Token);

    private sealed record Me(Guid UserId, string Name, string Tenant, IReadOnlyList<string> Permissions)
    {
        public static Me Of(Principal principal) =>
            new(principal.UserId, principal.Name, principal.Tenant.Name, [.. principal.Permissions.Order(StringComparer.Ordinal)]);
    }
}
