namespace AgentOS.Understanding.Slots;

/// <summary>The words that requests begin with, by tool.</summary>
internal sealed class Openings
{
    private readonly HashSet<(string Tool, string Word)> ofTools;
    private readonly HashSet<string> ofAny;

    public Openings(IEnumerable<(string Tool, string Word)> all)
    {
        ofTools = [.. all];
        ofAny = [.. ofTools.Select(o => o.Word)];
    }

    public bool Contains(string tool, string word) => ofTools.Contains((tool, word));

    public bool Contains(string word) => ofAny.Contains(word);

    public void Write(BinaryWriter writer)
    {
        writer.Write(ofTools.Count);
        foreach (var (tool, word) in ofTools)
        {
            writer.Write(tool);
            writer.Write(word);
        }
    }

    public static Openings Read(BinaryReader reader)
    {
        var all = new (string, string)[reader.ReadInt32()];
        for (var i = 0; i < all.Length; i++) all[i] = (reader.ReadString(), reader.ReadString());
        return new Openings(all);
    }
}
