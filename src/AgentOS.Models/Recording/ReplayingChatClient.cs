using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.Recording;

/// <summary>
/// Answers from a recording. A request that was recorded several times is given its answers in order, the last one again
/// and again; one that was not recorded fails with the nearest recorded request and the first difference from it.
/// </summary>
public sealed class ReplayingChatClient : IChatClient
{
    private readonly Dictionary<string, Answers> recorded = new(StringComparer.Ordinal);
    private readonly List<CanonicalRequest> requests = [];
    private readonly Redaction redaction;

    /// <param name="path">A file that <see cref="RecordingChatClient"/> wrote.</param>
    /// <param name="secrets">The words that were given to the recording.</param>
    /// <exception cref="InvalidDataException">A line is not of a recording; the message gives its number.</exception>
    public ReplayingChatClient(string path, IEnumerable<string>? secrets = null)
    {
        redaction = new Redaction(secrets ?? []);
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line)) Load(line, path, number);
        }
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var request = CanonicalRequest.Of(messages, options, redaction);
        return recorded.TryGetValue(request.Key, out var answers)
            ? Task.FromResult(RecordedResponse.Read(answers.Next()))
            : throw new ReplayMissException(Miss(request));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        foreach (var update in response.ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private void Load(string line, string path, int number)
    {
        try
        {
            var json = JsonElement.Parse(line);
            var request = new CanonicalRequest(json.GetProperty("key").GetString()!, json.GetProperty("request"));
            if (!recorded.TryGetValue(request.Key, out var answers))
            {
                recorded[request.Key] = answers = new Answers();
                requests.Add(request);
            }

            answers.Add(json.GetProperty("response"));
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path}({number}): this line is not of a recording: {wrong.Message}", wrong);
        }
    }

    private string Miss(CanonicalRequest asked)
    {
        if (requests.Count == 0) return "The request was not recorded; the recording is empty.";
        var values = asked.Values().ToList();
        var (nearest, same) = requests.Select(request => (request, Same: Shared(request, values))).MaxBy(candidate => candidate.Same);
        var theirs = nearest.Values().ElementAtOrDefault(same);
        var ours = values.ElementAtOrDefault(same);
        return $"The request was not recorded. The nearest recorded one ({nearest.Key[..12]}) first differs at {ours.Path ?? theirs.Path}: recorded {Show(theirs)}, asked {Show(ours)}.";
    }

    private static int Shared(CanonicalRequest request, List<(string, string)> values) => request.Values().Zip(values).TakeWhile(pair => pair.First == pair.Second).Count();

    private static string Show((string Path, string Value) entry)
    {
        if (entry.Path is null) return "nothing";
        return entry.Value.Length > 200 ? entry.Value[..200] + "…" : entry.Value;
    }

    private sealed class Answers
    {
        private readonly List<JsonElement> answers = [];
        private int given = -1;

        public void Add(JsonElement answer) => answers.Add(answer);

        public JsonElement Next() => answers[Math.Min(Interlocked.Increment(ref given), answers.Count - 1)];
    }
}

/// <summary>A request that the recording does not hold.</summary>
public sealed class ReplayMissException(string message) : Exception(message);
