using System.Text.Encodings.Web;
using AgentOS.Host.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace AgentOS.Host.Web.SignIn;

/// <summary>Recognises <c>Authorization: Bearer aos_…</c>.</summary>
internal sealed class KeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    IIdentities identities) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public new const string Scheme = "key";
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        var key = header[Bearer.Length..].Trim();
        if (!ApiKey.LooksLikeOne(key)) return AuthenticateResult.Fail("Not an AgentOS key.");
        var principal = await identities.FindByKeyAsync(ApiKey.Hash(key), Context.RequestAborted);
        if (principal is null) return AuthenticateResult.Fail("The key is unknown or revoked.");
        Context.Features.Set(principal);
        return AuthenticateResult.Success(new AuthenticationTicket(principal.ToClaims(Scheme), Scheme));
    }
}
