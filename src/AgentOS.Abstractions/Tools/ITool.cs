namespace AgentOS.Tools;

/// <summary>
/// One thing that can be done to the business. The implementing class carries <see cref="ToolAttribute"/>;
/// it is created anew for each call with the services of that call's transaction, and never saves or commits itself.
/// </summary>
/// <typeparam name="TInput">A record whose properties are the arguments; required ones are non-nullable.</typeparam>
/// <typeparam name="TView">Facts about the outcome, as a record; how they are said is a template's job.</typeparam>
public interface ITool<in TInput, TView>
    where TInput : notnull
    where TView : notnull
{
    /// <summary>Does it.</summary>
    /// <param name="input">Validated arguments with every <see cref="Ref{T}"/> resolved.</param>
    /// <param name="context">Who asks, when, and in which conversation.</param>
    /// <param name="cancel">Signalled when the caller gives up or the deadline passes.</param>
    /// <exception cref="ToolException">A rule of the business forbids it; the message reaches the person and the model.</exception>
    ValueTask<TView> RunAsync(TInput input, ToolContext context, CancellationToken cancel);
}
