using System.Net;
using AgentOS.Host.Web.Errors;

namespace AgentOS.Host.Web;

/// <summary>
/// Keeps other sites' pages out. A rebound DNS name shows in the Host header, a forged request in Origin
/// or Sec-Fetch-Site; programs send neither of the latter.
/// </summary>
internal sealed class OriginGuard(RequestDelegate next, WebSettings settings)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!IsOurs(context.Request.Host.Host))
            return ErrorResponses.WriteAsync(context, new(421, "wrong_host", $"This server does not answer to the name '{context.Request.Host.Host}'. Name it in AGENTOS_ALLOWED_HOSTS if it should."));
        if (IsForeign(context.Request))
            return ErrorResponses.WriteAsync(context, new(403, "wrong_origin", "Requests from other sites are not accepted."));
        return next(context);
    }

    private bool IsOurs(string host)
    {
        var name = host.Trim('[', ']');
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address))
            || settings.AllowedHosts.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsForeign(HttpRequest request)
    {
        if (request.Headers.Origin.Count > 0)
        {
            return !(Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
                && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
        }

        var safe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        return !safe && request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";
    }
}
