using System.Net;
using System.Net.Sockets;

namespace AgentOS.Host.Web;

/// <summary>Finds a port on loopback that nobody listens on.</summary>
internal static class FreePort
{
    private const int Tried = 50;

    public static int From(int first)
    {
        for (var port = first; port < first + Tried; port++)
            if (IsFree(IPAddress.Loopback, port) && (!Socket.OSSupportsIPv6 || IsFree(IPAddress.IPv6Loopback, port))) return port;
        throw new IOException($"All ports from {first} to {first + Tried - 1} are in use. Choose one with --port.");
    }

    private static bool IsFree(IPAddress address, int port)
    {
        try
        {
            using var probe = new TcpListener(address, port) { ExclusiveAddressUse = true };
            probe.Start();
            return true;
        }
        catch (SocketException failure) when (failure.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return false;
        }
        catch (SocketException)
        {
            // No such address on this machine, an IPv6 one perhaps: nobody listens there.
            return true;
        }
    }
}
