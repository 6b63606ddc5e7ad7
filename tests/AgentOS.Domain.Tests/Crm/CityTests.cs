using AgentOS.Domain.Crm;

namespace AgentOS.Domain.Tests.Crm;

public sealed class CityTests
{
    [Theory]
    [InlineData("الرياض", "Riyadh")]
    [InlineData("riyadh", "Riyadh")]
    [InlineData("جده", "Jeddah")]
    [InlineData("Jiddah", "Jeddah")]
    [InlineData("مكه المكرمه", "Makkah")]
    [InlineData("ابها", "Abha")]
    [InlineData(" Unaizah ", "Unaizah")]
    [InlineData("", null)]
    public void Named_AnySpelling_IsOnePlace(string said, string? city) => Assert.Equal(city, City.Named(said));

    [Theory]
    [InlineData("Jeddah", "جدة")]
    [InlineData("Unaizah", "Unaizah")]
    public void InArabic_Known_IsItsArabicName(string city, string arabic) => Assert.Equal(arabic, City.InArabic(city));
}
