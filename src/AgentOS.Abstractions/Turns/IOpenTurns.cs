namespace AgentOS.Turns;

/// <summary>Turns that were begun and not ended, for instance because their process was killed.</summary>
public interface IOpenTurns
{
    /// <summary>
    /// Takes over turns whose worker is dead, or has been silent past its lease. Each is given to one caller only.
    /// </summary>
    /// <param name="most">How many at most.</param>
    /// <param name="cancel">Cancels the query.</param>
    ValueTask<IReadOnlyList<OpenTurn>> ClaimAsync(int most, CancellationToken cancel);
}

/// <summary>A turn to go on with.</summary>
/// <param name="Tenant">The tenant's id.</param>
/// <param name="Conversation">The conversation's id.</param>
/// <param name="Turn">The turn's id.</param>
/// <param name="User">Whose turn it is.</param>
/// <param name="Fence">Grows with every worker that takes the conversation.</param>
public sealed record OpenTurn(Guid Tenant, string Conversation, Guid Turn, Guid User, long Fence);
