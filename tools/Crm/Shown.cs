namespace AgentOS.Tools.Crm;

/// <summary>How many records of a list are shown.</summary>
internal static class Shown
{
    /// <summary>As many as asked for, from 1 to 100; without a wish, as many as can be read out.</summary>
    public static int Of(int? limit) => Math.Clamp(limit ?? 10, 1, 100);
}
