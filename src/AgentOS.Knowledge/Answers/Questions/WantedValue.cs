using System.Text.RegularExpressions;
using AgentOS.Knowledge.Analysis;

namespace AgentOS.Knowledge.Answers.Questions;

/// <summary>The kind of value that a question wants; an answer without one is hardly an answer.</summary>
internal enum WantedValue
{
    /// <summary>Anything.</summary>
    Any,

    /// <summary>An amount of money, or a share of one.</summary>
    Money,

    /// <summary>How long.</summary>
    Duration,

    /// <summary>When: a time of day, a day or a length of time.</summary>
    Moment,

    /// <summary>How many.</summary>
    Number,

    /// <summary>A telephone number or an address to write to.</summary>
    Contact,
}

/// <summary>Tells what a question wants, and whether a text has it.</summary>
internal static partial class WantedValues
{
    /// <summary>What a question wants.</summary>
    public static WantedValue Of(string question)
    {
        var folded = Folding.Fold(question);
        return AsksContact().IsMatch(folded) ? WantedValue.Contact
            : AsksDuration().IsMatch(folded) ? WantedValue.Duration
            : AsksMoney().IsMatch(folded) ? WantedValue.Money
            : AsksMoment().IsMatch(folded) ? WantedValue.Moment
            : AsksNumber().IsMatch(folded) ? WantedValue.Number
            : WantedValue.Any;
    }

    /// <summary>Whether a text has such a value.</summary>
    public static bool Has(this WantedValue wanted, string text) => wanted switch
    {
        WantedValue.Money => Number().IsMatch(text) && Money().IsMatch(text) || Nothing().IsMatch(text),
        WantedValue.Duration => Duration().IsMatch(Folding.Fold(text)),
        WantedValue.Moment => Clock().IsMatch(Folding.Fold(text)) || Duration().IsMatch(Folding.Fold(text)),
        WantedValue.Number => Number().IsMatch(text),
        WantedValue.Contact => Contact().IsMatch(text),
        _ => true,
    };

    [GeneratedRegex(@"\b(phone|telephone|e-?mail|mobile|whatsapp)\b|رقم|جوال|هاتف|ايميل|واتس")]
    private static partial Regex AsksContact();

    [GeneratedRegex(@"how long|how many (working |business )?(days|hours|weeks|months|years|minutes)|how often|كم (يوم|ايام|ساعه|شهر|سنه|اسبوع|دقيق|مده|مهله|تقعد|يقعد|تاخذ|ياخذ|تحتفظ)|كل كم|(ما|وش) (مده|هي مده)")]
    private static partial Regex AsksDuration();

    [GeneratedRegex(@"how much (is|are|does|do|did|to|for)\b|\b(price|cost|costs|fee|charge|deposit|allowance|discount|interest rate)\b|بكم|كم (سعر|تكلف|يكلف|رسوم|بدل|راتب|خصم|عربون|قيمه|ثمن|تدفع|ادفع|ندفع)|(وش|ما|كم) سعر")]
    private static partial Regex AsksMoney();

    [GeneratedRegex(@"\bwhen\b|what time|until when|\bhours\b|متي|الساعه كم|اوقات|كم الساعه|دوام")]
    private static partial Regex AsksMoment();

    [GeneratedRegex(@"how many|how much|\bكم\b|^كم")]
    private static partial Regex AsksNumber();

    [GeneratedRegex(@"[0-9٠-٩]")]
    private static partial Regex Number();

    [GeneratedRegex(@"SAR|ريال|%|٪|\bUSD\b|دولار|price|السعر", RegexOptions.IgnoreCase)]
    private static partial Regex Money();

    [GeneratedRegex(@"\bfree\b|مجان|دون مقابل|no interest", RegexOptions.IgnoreCase)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"([0-9]|\b(one|two|three|four|five|six|seven|eight|nine|ten|twelve|half)\b).{0,12}\b(second|minute|hour|day|week|month|year)|(days|hours|weeks|months)\b.{0,20}[0-9]|[0-9].{0,12}(يوم|ايام|ساعه|ساعات|شهر|اشهر|سنه|سنوات|دقيقه|دقائق|ثانيه|اسبوع)|ساعتان|ساعتين|شهرين|يومين|سنتين|يومان|(ثلاث|اربع|خمس|ست|سبع|ثمان|تسع|عشر)ه? (ايام|ساعات|اشهر|سنوات)")]
    private static partial Regex Duration();

    [GeneratedRegex(@"[0-9]{1,2}:[0-9]{2}|[0-9] ?(صباح|مساء|ظهر|عصر|فجر|am\b|pm\b)|(sun|mon|tues|wednes|thurs|fri|satur)day|\b(noon|midnight|morning|afternoon|evening)|الظهر|المساء|الصباح|الفجر|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|\b(january|february|march|april|may|june|july|august|september|october|november|december)\b")]
    private static partial Regex Clock();

    [GeneratedRegex(@"[0-9]{6,}|@|\+[0-9]")]
    private static partial Regex Contact();
}
