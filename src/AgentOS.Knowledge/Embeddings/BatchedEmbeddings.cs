using AgentOS.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Polly;

namespace AgentOS.Knowledge.Embeddings;

/// <summary>
/// Asks a provider for any number of embeddings: in batches by count and by tokens, some at once, again where that may help. One text alone is a question, which somebody
/// waits for: it goes past the batches, and is given up sooner.
/// </summary>
internal sealed class BatchedEmbeddings : DelegatingEmbeddingGenerator<string, Embedding<float>>
{
    private readonly EmbeddingOptions options;
    private readonly EmbeddingSpace space;
    private readonly SemaphoreSlim places;
    private readonly ResiliencePipeline documents, questions;

    public BatchedEmbeddings(IEmbeddingGenerator<string, Embedding<float>> provider, EmbeddingOptions options, TimeProvider time, ILogger logger)
        : base(provider)
    {
        this.options = options;
        space = EmbeddingSpace.Of(provider);
        places = new SemaphoreSlim(options.AtOnce, options.AtOnce);
        documents = Retries.Build(new Tries(options.Tries, options.Timeout, options.FirstWait, options.LongestWait), ProspectOf, time, logger);
        questions = Retries.Build(new Tries(options.QuestionTries, options.QuestionTimeout, options.FirstWait, options.LongestWait), ProspectOf, time, logger);
    }

    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        // Providers refuse an empty text, and all those that came with it.
        string[] texts = [.. values.Select(text => text.Length == 0 ? " " : TokenEstimate.Cut(text, this.options.LongestText))];
        if (texts.Length == 1) return new(await AskAsync(questions, texts, options, cancellationToken).ConfigureAwait(false));
        var batches = Batches(texts);
        var answers = new IReadOnlyList<Embedding<float>>[batches.Count];
        await Parallel.ForAsync(0, batches.Count, new ParallelOptions { MaxDegreeOfParallelism = this.options.AtOnce, CancellationToken = cancellationToken }, async (i, cancel) =>
        {
            await places.WaitAsync(cancel).ConfigureAwait(false);
            try
            {
                answers[i] = await AskAsync(documents, batches[i], options, cancel).ConfigureAwait(false);
            }
            finally
            {
                places.Release();
            }
        }).ConfigureAwait(false);
        return new(answers.SelectMany(static answer => answer));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) places.Dispose();
        base.Dispose(disposing);
    }

    private static Prospect ProspectOf(Exception failed) => failed switch
    {
        ModelException said => new Prospect(said.Transient, said.RetryAfter),
        HttpRequestException or IOException or TimeoutException => new Prospect(MayPass: true),
        _ => new Prospect(MayPass: false),
    };

    private List<string[]> Batches(string[] texts)
    {
        var batches = new List<string[]>();
        for (var from = 0; from < texts.Length;)
        {
            var (to, tokens) = (from, 0);
            while (to < texts.Length && to - from < options.BatchCount && (to == from || tokens + TokenEstimate.Of(texts[to]) <= options.BatchTokens)) tokens += TokenEstimate.Of(texts[to++]);
            batches.Add(texts[from..to]);
            from = to;
        }

        return batches;
    }

    private async ValueTask<IReadOnlyList<Embedding<float>>> AskAsync(ResiliencePipeline tries, string[] texts, EmbeddingGenerationOptions? asked, CancellationToken cancel)
    {
        try
        {
            return await tries.ExecuteAsync(async stop => Checked(await InnerGenerator.GenerateAsync(texts, asked, stop).ConfigureAwait(false), texts.Length), cancel).ConfigureAwait(false);
        }
        catch (Polly.Timeout.TimeoutRejectedException late)
        {
            throw new ModelException(ModelFailure.TimedOut, space.Model, "The provider of embeddings did not answer in time.", late);
        }
    }

    private GeneratedEmbeddings<Embedding<float>> Checked(GeneratedEmbeddings<Embedding<float>> answer, int count)
    {
        if (answer.Count != count) throw new ModelException(ModelFailure.Malformed, space.Model, $"The provider gave {answer.Count} embeddings for {count} texts.");
        if (answer.FirstOrDefault(one => one.Vector.Length != space.Dimensions) is { } other)
            throw new ModelException(ModelFailure.Malformed, space.Model, $"An embedding of '{space.Model}' has {other.Vector.Length} numbers, and the index has {space.Dimensions}.");
        return answer;
    }
}
