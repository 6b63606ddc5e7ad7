using AgentOS.Understanding.Text;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Tests.Values;

public sealed class NumberTests
{
    [Theory]
    [InlineData("40", 40)]
    [InlineData("1,250", 1250)]
    [InlineData("12.5", 12.5)]
    [InlineData("٤٠", 40)]
    [InlineData("١٬٢٥٠", 1250)]
    [InlineData("forty two", 42)]
    [InlineData("two hundred and fifty", 250)]
    [InlineData("a hundred", 100)]
    [InlineData("a couple of", 2)]
    [InlineData("two dozen", 24)]
    [InlineData("half a dozen", 6)]
    [InlineData("50k", 50000)]
    [InlineData("1.5 million", 1500000)]
    [InlineData("seventy five thousand", 75000)]
    [InlineData("خمسة وعشرين", 25)]
    [InlineData("ثلاثين", 30)]
    [InlineData("مية وخمسين", 150)]
    [InlineData("٣ آلاف", 3000)]
    [InlineData("خمسين ألف", 50000)]
    [InlineData("ألفين وخمسمية", 2500)]
    [InlineData("مليون ونص", 1500000)]
    [InlineData("درزن", 12)]
    public void Read_ANumber_GivesItsValue(string text, double expected)
    {
        var tokens = Tokenizer.Tokenize(text);

        var taken = NumberReader.Read(tokens, 0, out var value);

        Assert.Equal(tokens.Count, taken);
        Assert.Equal((decimal)expected, value);
    }

    [Theory]
    [InlineData("40 espresso and 10 grinders", 40, 1)]
    [InlineData("five and six", 5, 1)]
    [InlineData("عشرة و خمسة", 10, 1)]
    public void Read_TwoNumbers_StopsAfterTheFirst(string text, int expected, int tokens)
    {
        Assert.Equal(tokens, NumberReader.Read(Tokenizer.Tokenize(text), 0, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("SAR 5,000", 5000, "SAR")]
    [InlineData("20k riyals", 20000, "SAR")]
    [InlineData("$300", 300, "USD")]
    [InlineData("خمسين ألف ريال", 50000, "SAR")]
    [InlineData("٥٠٠ ر.س", 500, "SAR")]
    [InlineData("100 دولار", 100, "USD")]
    public void Read_Money_GivesAmountAndCurrency(string text, int amount, string currency)
    {
        var tokens = Tokenizer.Tokenize(text);

        Assert.Equal(tokens.Count, MoneyReader.Read(tokens, 0, out var money));
        Assert.Equal(new Amount(amount, currency), money);
    }

    [Theory]
    [InlineData("3 pm", "15:00")]
    [InlineData("at 9", "09:00")]
    [InlineData("15:30", "15:30")]
    [InlineData("الساعة ٣ العصر", "15:00")]
    [InlineData("الساعة عشر ونص", "10:30")]
    public void Read_ATime_GivesTheTimeOfDay(string text, string expected)
    {
        var tokens = Tokenizer.Tokenize(text);

        Assert.Equal(tokens.Count, TimeReader.Read(tokens, 0, out var time));
        Assert.Equal(TimeOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), time);
    }

    [Theory]
    [InlineData("0501234567", "0501234567")]
    [InlineData("+966 50 123 4567", "+966501234567")]
    [InlineData("٠٥٠١٢٣٤٥٦٧", "0501234567")]
    public void Read_APhoneNumber_GivesItsDigits(string text, string expected)
    {
        var tokens = Tokenizer.Tokenize(text);

        Assert.Equal(tokens.Count, PhoneReader.Read(tokens, 0, out var phone));
        Assert.Equal(expected, phone);
    }
}
