using System.Globalization;
using System.Text.Json;

namespace AgentOS.Runtime.Schema;

/// <summary>Limits of a number. Compared as decimals; floating point only where a decimal cannot hold the value.</summary>
internal sealed record NumberRule(decimal? Minimum, decimal? Maximum, decimal? Above, decimal? Below, decimal? MultipleOf)
{
    public bool Check(JsonElement value, string path, List<SchemaError>? errors)
    {
        if (!value.TryGetDecimal(out var number))
            number = value.GetDouble() > 0 ? decimal.MaxValue : decimal.MinValue;
        var valid = true;
        if (number < Minimum) valid = Refuse("at least", Minimum);
        if (number > Maximum) valid = Refuse("at most", Maximum);
        if (number <= Above) valid = Refuse("more than", Above);
        if (number >= Below) valid = Refuse("less than", Below);
        if (MultipleOf is { } step && number % step != 0) valid = Refuse("a multiple of", step);
        return valid;

        bool Refuse(string how, decimal? limit) => SchemaNode.Refuse(
            errors, path, string.Create(CultureInfo.InvariantCulture, $"must be {how} {limit}, but is {value}"));
    }
}
