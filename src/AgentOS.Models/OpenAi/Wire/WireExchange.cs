using System.ClientModel;
using System.ClientModel.Primitives;
using AgentOS.Models.Json;

namespace AgentOS.Models.OpenAi.Wire;

/// <summary>Sends a request and gives what came back; where that is no answer, it throws what is to be mended.</summary>
/// <param name="errors">Words for what goes wrong.</param>
/// <param name="call">The package's protocol method.</param>
/// <param name="longestAnswer">The longest answer that is read, in bytes.</param>
/// <param name="time">The clock that <c>Retry-After</c> is read by.</param>
internal sealed class WireExchange(ProviderErrors errors, Func<BinaryContent, RequestOptions, Task<ClientResult>> call, int longestAnswer, TimeProvider time)
{
    /// <summary>Sends a body.</summary>
    /// <param name="body">What is asked.</param>
    /// <param name="model">The model that is named when it is not known there.</param>
    /// <param name="cancel">Cancels the sending.</param>
    /// <returns>The response with status 200; its body is still to be read.</returns>
    /// <exception cref="ModelException">Nobody answered, or with another status.</exception>
    public async ValueTask<WireResponse> SendAsync(BinaryContent body, string model, CancellationToken cancel)
    {
        var request = new RequestOptions { BufferResponse = false, ErrorOptions = ClientErrorBehaviors.NoThrow, CancellationToken = cancel };
        WireResponse response;
        try
        {
            response = (WireResponse)(await call(body, request).ConfigureAwait(false)).GetRawResponse();
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException || (failed is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw errors.Unreachable(failed);
        }

        if (response.Status == 200) return response;
        using (response)
        {
            using var said = await ReadAsync(response, cancel).ConfigureAwait(false);
            throw errors.Of(response.Status, ProviderErrors.RetryAfter(response.Http, time.GetUtcNow()), ErrorReader.Read(said.Span), model);
        }
    }

    /// <summary>Reads a whole body; whoever gets it disposes of it.</summary>
    /// <exception cref="ModelException">It is too long, or was broken off.</exception>
    public async ValueTask<PooledBuffer> ReadAsync(WireResponse response, CancellationToken cancel)
    {
        var length = response.Http.Content.Headers.ContentLength ?? -1;
        var body = new PooledBuffer((int)Math.Clamp(length + 512, 4096, 1 << 20));
        try
        {
            int read;
            while (body.Length != length && (read = await response.Body.ReadAsync(body.GetMemory(256), cancel).ConfigureAwait(false)) > 0)
            {
                body.Advance(read);
                if (body.Length > longestAnswer) throw errors.Strange($"the answer is longer than {longestAnswer} bytes.");
            }

            return body;
        }
        catch (Exception failed)
        {
            body.Dispose();
            if (failed is IOException or HttpRequestException) throw errors.BrokenOff(failed);
            throw;
        }
    }
}
