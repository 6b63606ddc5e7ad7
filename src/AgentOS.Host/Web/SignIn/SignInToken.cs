using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AgentOS.Host.Web.SignIn;

/// <summary>The one-time token of the link that <c>serve</c> prints. Good for one sign-in, within an hour of the start.</summary>
internal sealed class SignInToken(TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);
    private readonly Lock gate = new();
    private byte[]? expected;
    private DateTimeOffset expires;

    /// <summary>Makes a new token; an earlier one that was not used is void.</summary>
    public string Issue()
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        lock (gate)
        {
            expected = Encoding.UTF8.GetBytes(token);
            expires = clock.GetUtcNow() + Life;
        }

        return token;
    }

    /// <summary>Uses the token up; true once, for the right one.</summary>
    public bool TryUse(string token)
    {
        lock (gate)
        {
            if (expected is null || clock.GetUtcNow() > expires) return false;
            if (!CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(token))) return false;
            expected = null;
            return true;
        }
    }
}
