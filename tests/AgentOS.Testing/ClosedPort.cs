using System.Net;
using System.Net.Sockets;

namespace AgentOS.Testing;

/// <summary>A port on loopback where nobody answers: it is taken, so that nobody else can come to listen there, and connections are refused.</summary>
public sealed class ClosedPort : IDisposable
{
    private readonly Socket taken = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    /// <summary>Takes one.</summary>
    public ClosedPort() => taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    /// <summary>Its address.</summary>
    public Uri Address => new($"http://{taken.LocalEndPoint}");

    /// <inheritdoc/>
    public void Dispose() => taken.Dispose();
}
