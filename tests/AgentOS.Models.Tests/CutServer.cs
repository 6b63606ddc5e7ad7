using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AgentOS.Models.Tests;

/// <summary>
/// A server that promises more than it sends and then closes the connection in good order, so that what it did send
/// always arrives first.
/// </summary>
internal sealed class CutServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Task serving;

    public CutServer(string contentType, string beginning)
    {
        listener.Start();
        serving = ServeAsync($"HTTP/1.1 200 OK\r\nContent-Type: {contentType}\r\nContent-Length: 1000000\r\n\r\n{beginning}");
    }

    public Uri Origin => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    public Uri BaseAddress => new(Origin, "/v1");

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        listener.Dispose();
    }

    private async Task ServeAsync(string response)
    {
        while (true)
        {
            using var socket = await listener.AcceptSocketAsync();
            var buffer = new byte[64 * 1024];
            var request = "";
            while (!request.EndsWith('}'))
                request += Encoding.UTF8.GetString(buffer, 0, await socket.ReceiveAsync(buffer));
            await socket.SendAsync(Encoding.UTF8.GetBytes(response));
            socket.Shutdown(SocketShutdown.Send);
            while (await socket.ReceiveAsync(buffer) > 0)
                continue;
        }
    }
}
