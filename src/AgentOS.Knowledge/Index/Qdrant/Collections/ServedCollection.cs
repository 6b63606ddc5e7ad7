namespace AgentOS.Knowledge.Index.Qdrant.Collections;

/// <summary>The collection that answers now: ours, or an older one until ours is filled.</summary>
/// <param name="Name">Its own name.</param>
/// <param name="Ours">Whether it is laid out as we would; the vectors of another are not compared with.</param>
internal sealed record ServedCollection(string Name, bool Ours);
