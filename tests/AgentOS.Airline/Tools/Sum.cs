using System.Globalization;
using AgentOS.Tools;

namespace AgentOS.Airline;

/// <summary>Works out sums in floating point, rounded to two places, as the recorded airline's calculator does.</summary>
internal ref struct Sum
{
    private readonly ReadOnlySpan<char> text;
    private int at;

    private Sum(ReadOnlySpan<char> text) => this.text = text;

    /// <summary>The result with at least one decimal: <c>299.0</c>.</summary>
    public static string Of(string expression)
    {
        if (expression.Any(c => !"0123456789+-*/(). ".Contains(c, StringComparison.Ordinal)))
            throw new ToolException("expression", "invalid characters in expression");
        var sum = new Sum(expression);
        var value = sum.Terms();
        sum.Skip();
        if (sum.at < expression.Length) throw Wrong();
        // Ties are decided on the exact binary value, to even.
        var exact = decimal.Parse(value.ToString("F20", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return ((double)decimal.Round(exact, 2, MidpointRounding.ToEven)).ToString("0.0#", CultureInfo.InvariantCulture);
    }

    private double Terms()
    {
        var value = Factors();
        while (Take('+') is var plus && (plus || Take('-')))
            value = plus ? value + Factors() : value - Factors();
        return value;
    }

    private double Factors()
    {
        var value = Unit();
        while (Take('*') is var times && (times || Take('/')))
        {
            var next = Unit();
            if (!times && next == 0) throw new ToolException("expression", "division by zero");
            value = times ? value * next : value / next;
        }

        return value;
    }

    private double Unit()
    {
        if (Take('-')) return -Unit();
        if (Take('+')) return Unit();
        if (Take('('))
        {
            var inner = Terms();
            return Take(')') ? inner : throw Wrong();
        }

        Skip();
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.')) at++;
        return double.TryParse(text[start..at], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong();
    }

    private bool Take(char wanted)
    {
        Skip();
        if (at >= text.Length || text[at] != wanted) return false;
        at++;
        return true;
    }

    private void Skip()
    {
        while (at < text.Length && text[at] == ' ') at++;
    }

    private static ToolException Wrong() => new("expression", "invalid syntax");
}
