using System.Globalization;
using System.Security.Claims;
using AgentOS.Host.Identity;
using AgentOS.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;

namespace AgentOS.Host.Web.SignIn;

/// <summary>People come with a cookie, programs with a key as bearer. Everything but what says otherwise needs one of them.</summary>
internal static class Authentication
{
    public const string TenantClaim = "tenant";
    private const string Either = "cookie-or-key";

    public static void AddSignIn(this IServiceCollection services, WebSettings settings)
    {
        // Browsers share cookies between ports, so the name tells two copies of AgentOS apart.
        var copy = settings.Home.GetDeterministicHash();
        services.AddDataProtection()
            .PersistKeysToFileSystem(PrivateFolder.Create(Path.Combine(settings.Home, "keys")))
            .SetApplicationName("AgentOS");
        services.AddSingleton<SignInToken>();
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = context =>
                context.Request.Headers.Authorization.Count > 0 ? KeyAuthentication.Scheme : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.Scheme, null)
            .AddCookie(options =>
            {
                options.Cookie.Name = string.Create(CultureInfo.InvariantCulture, $"agentos-{copy:x8}");
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Strict;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.ExpireTimeSpan = TimeSpan.FromDays(14);
                options.SlidingExpiration = true;
                options.Events.OnRedirectToLogin = context => Refuse(context, StatusCodes.Status401Unauthorized);
                options.Events.OnRedirectToAccessDenied = context => Refuse(context, StatusCodes.Status403Forbidden);
                options.Events.OnValidatePrincipal = RecogniseAsync;
            });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    public static ClaimsPrincipal ToClaims(this Principal principal, string scheme) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, principal.UserId.ToString()),
            new Claim(TenantClaim, principal.Tenant.Id.ToString()),
        ],
        scheme));

    /// <summary>On whose behalf the request is made.</summary>
    public static Principal Principal(this HttpContext context) =>
        context.Features.Get<Principal>() ?? throw new InvalidOperationException("The request has not been authenticated.");

    private static async Task RecogniseAsync(CookieValidatePrincipalContext context)
    {
        var identities = context.HttpContext.RequestServices.GetRequiredService<IIdentities>();
        var found = Guid.TryParse(context.Principal?.FindFirstValue(TenantClaim), out var tenant)
            && Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var user)
                ? await identities.FindAsync(tenant, user, context.HttpContext.RequestAborted)
                : null;
        if (found is null) context.RejectPrincipal();
        else context.HttpContext.Features.Set(found);
    }

    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
