using AgentOS.Tools;

namespace AgentOS.Domain.Erp;

/// <summary>Value added tax: 15 % in Saudi Arabia since 1 July 2020 (Royal Order A/638).</summary>
public static class Vat
{
    /// <summary>The rate, as a fraction.</summary>
    public const decimal Rate = 0.15m;

    /// <summary>The tax on an amount, rounded to two decimals.</summary>
    public static Money On(Money net) => net * Rate;
}
