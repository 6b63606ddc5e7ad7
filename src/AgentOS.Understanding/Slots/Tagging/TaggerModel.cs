namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>All that tagging needs; immutable.</summary>
internal sealed record TaggerModel(SlotLabels Labels, SeenPhrases Phrases, Glue Glue, ParticleChooser Particles, TaggerWeights Weights, IWordKnowledge? Knowledge, TaggerSettings Settings)
{
    public void Write(BinaryWriter writer)
    {
        writer.Write(Labels.Names.Count);
        foreach (var name in Labels.Names) writer.Write(name);
        Phrases.Write(writer);
        Glue.Write(writer);
        Particles.Write(writer);
        Weights.Write(writer);
        writer.Write(Settings.Eagerness);
    }

    public static TaggerModel Read(BinaryReader reader, TaggerSettings settings, IWordKnowledge? knowledge = null)
    {
        var names = new string[reader.ReadInt32()];
        for (var i = 0; i < names.Length; i++) names[i] = reader.ReadString();
        var labels = new SlotLabels(names);
        var phrases = SeenPhrases.Read(reader);
        var glue = Glue.Read(reader);
        var particles = new ParticleChooser(phrases, knowledge);
        particles.Read(reader);
        var weights = TaggerWeights.Read(reader, labels.Width);
        return new TaggerModel(labels, phrases, glue, particles, weights, knowledge, settings with { Eagerness = reader.ReadSingle() });
    }
}
