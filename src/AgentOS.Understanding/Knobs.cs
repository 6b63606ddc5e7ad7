namespace AgentOS.Understanding;
internal static class Knobs
{
    public static float NameW, Missing, Unused, Rate, Decay, ConceptW, ConceptP, Skeleton, TieA, TieV, Letters, NameLetters, Skip, First, Pair, Kinds, StemW, L2, Epochs, Drop, Passes;
    static Knobs() => Load();
    public static void Load()
    {
        NameW = Get("NAMEW", .7f);
        Missing = Get("MISSING", 0.45f);
        Unused = Get("UNUSED", 0.6f);
        Rate = Get("RATE", 4.5f);
        Decay = Get("DECAY", 0.35f);
        ConceptW = Get("CW", 1.5f);
        ConceptP = Get("CP", 1f);
        Skeleton = Get("SKEL", 0.7f);
        TieA = Get("TIEA", 0.5f);
        TieV = Get("TIEV", 0.5f);
        Letters = Get("LETTERS", 0.5f);
        NameLetters = Get("NAMEL", 0.2f);
        Skip = Get("SKIP", 0.5f);
        First = Get("FIRST", 0.7f);
        Pair = Get("PAIR", .5f);
        Kinds = Get("KINDS", .7f);
        StemW = Get("STEM", 2f);
        L2 = Get("L2", 0);
        Epochs = Get("EPOCHS", 14);
        Drop = Get("DROP", 8);
        Passes = Get("PASSES", 7);
    }
    private static float Get(string n, float d) => float.TryParse(Environment.GetEnvironmentVariable(n), out var v) ? v : d;
}
