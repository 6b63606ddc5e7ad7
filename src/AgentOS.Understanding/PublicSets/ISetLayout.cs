namespace AgentOS.Understanding.PublicSets;

/// <summary>A way in which public sets lie in files.</summary>
internal interface ISetLayout
{
    /// <summary>The sets of this layout right in a folder, told by what the files hold.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="title">How the folder is called in names.</param>
    IEnumerable<PublicSet> Find(string folder, string title);
}
