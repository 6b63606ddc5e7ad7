using AgentOS.Understanding.Lexicons;

namespace AgentOS.Understanding;

/// <summary>The embedded model while it is being read or learnt: begun once, on threads beside others' work, and waited for by whoever answers with it.</summary>
/// <param name="options">How it learns and answers.</param>
/// <param name="make">Reads or learns it.</param>
public sealed class PendingUnderstanding(UnderstandingOptions options, Func<EmbeddedUnderstanding> make)
{
    // A thread of its own: the pool's few have the database and the web server to start meanwhile.
    private readonly Lazy<Task<EmbeddedUnderstanding>> made = new(() => Task.Factory.StartNew(
        () =>
        {
            var model = make();
            _ = Lexicon.Default;
            return model;
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default));

    /// <summary>A model that is there already.</summary>
    public PendingUnderstanding(EmbeddedUnderstanding model)
        : this(model.Options, () => model) => made = new(Task.FromResult(model));

    /// <summary>How it learns and answers.</summary>
    public UnderstandingOptions Options { get; } = options;

    /// <summary>The model where it is there, otherwise <see langword="null"/>.</summary>
    public EmbeddedUnderstanding? Now => made is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } ? made.Value.Result : null;

    /// <summary>Begins, where that has not happened, and gives the model when it is there.</summary>
    public Task<EmbeddedUnderstanding> GetAsync(CancellationToken cancel = default) => made.Value.WaitAsync(cancel);
}
