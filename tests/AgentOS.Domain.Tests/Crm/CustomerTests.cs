using AgentOS.Domain.Crm;
using static AgentOS.Domain.Tests.Crm.Given;

namespace AgentOS.Domain.Tests.Crm;

public sealed class CustomerTests
{
    [Theory]
    [InlineData(CustomerStatus.Lead, CustomerStatus.Prospect)]
    [InlineData(CustomerStatus.Prospect, CustomerStatus.Active)]
    [InlineData(CustomerStatus.Active, CustomerStatus.Inactive)]
    [InlineData(CustomerStatus.Inactive, CustomerStatus.Active)]
    [InlineData(CustomerStatus.Inactive, CustomerStatus.Prospect)]
    [InlineData(CustomerStatus.Active, CustomerStatus.Archived)]
    public void Become_AllowedStatus_Changes(CustomerStatus from, CustomerStatus to)
    {
        var customer = Customer(status: from);
        customer.Become(to, 0);
        Assert.Equal(to, customer.Status);
        Assert.Equal(new CustomerStatusChanged(from, to), customer.NewEvents[^1]);
    }

    [Theory]
    [InlineData(CustomerStatus.Active, CustomerStatus.Prospect)]
    [InlineData(CustomerStatus.Prospect, CustomerStatus.Lead)]
    public void Become_StatusItHasOutgrown_IsRefused(CustomerStatus from, CustomerStatus to) =>
        Refused("customer_status_not_allowed", () => Customer(status: from).Become(to, 0));

    [Fact]
    public void Become_ArchivedWithOpenOpportunities_IsRefused() =>
        Refused("customer_has_open_opportunities", () => Customer().Become(CustomerStatus.Archived, 2));

    [Fact]
    public void Become_SameStatus_ChangesNothing()
    {
        var customer = Customer(status: CustomerStatus.Active);
        customer.Become(CustomerStatus.Active, 0);
        Assert.IsType<CustomerCreated>(Assert.Single(customer.NewEvents));
    }

    [Fact]
    public void AddContact_FirstOne_IsPrimary() => Assert.True(Customer().AddContact("Mary", null, null, null, primary: false).Primary);

    [Fact]
    public void AddContact_NewPrimary_ReplacesTheOld()
    {
        var customer = Customer();
        customer.AddContact("Mary", null, null, null, primary: true);
        customer.AddContact("Omar", "buyer", null, null, primary: true);
        Assert.Equal("Omar", Assert.Single(customer.Contacts, c => c.Primary).Name);
    }

    [Fact]
    public void AddContact_SameName_IsRefused()
    {
        var customer = Customer();
        customer.AddContact("Mary Jones", null, null, null, primary: false);
        Refused("contact_exists", () => customer.AddContact(" mary jones", null, null, null, primary: false));
    }

    [Fact]
    public void AddContact_ToAnArchivedCustomer_IsRefused()
    {
        var customer = Customer();
        customer.Become(CustomerStatus.Archived, 0);
        Refused("customer_archived", () => customer.AddContact("Mary", null, null, null, primary: false));
    }

    [Fact]
    public void Create_ArabicName_IsTheArabicNameToo() =>
        Assert.Equal("فندق الخليج", Customer("فندق الخليج", nameArabic: null).NameArabic);

    [Fact]
    public void Create_WithoutAName_IsRefused() => Refused("text_required", () => Customer("  "));

    [Fact]
    public void Create_LongName_IsRefused() => Refused("text_too_long", () => Customer(new string('x', 201)));

    [Theory]
    [InlineData("055 123-4567", "0551234567")]
    [InlineData("+966 (55) 123 4567", "+966551234567")]
    [InlineData("٠٥٥١٢٣٤٥٦٧", "0551234567")]
    public void Change_Phone_IsKeptAsWesternDigits(string said, string kept)
    {
        var customer = Customer();
        customer.Change(new CustomerDetails { Phone = said });
        Assert.Equal(kept, customer.Phone);
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("call me")]
    [InlineData("1234567890123456")]
    [InlineData("055+1234567")]
    public void Change_PhoneThatIsNone_IsRefused(string said) =>
        Refused("phone_invalid", () => Customer().Change(new CustomerDetails { Phone = said }));

    [Theory]
    [InlineData("mary")]
    [InlineData("mary@globex")]
    [InlineData("mary jones@globex.com")]
    [InlineData("a@b@globex.com")]
    public void Change_EmailThatIsNone_IsRefused(string said) =>
        Refused("email_invalid", () => Customer().Change(new CustomerDetails { Email = said }));

    [Fact]
    public void Change_OneDetail_LeavesTheOthers()
    {
        var customer = Customer();
        customer.Change(new CustomerDetails { City = "الرياض", Email = "Mary@Globex.com" });
        customer.Change(new CustomerDetails { Phone = "0551234567" });
        Assert.Equal(("Riyadh", "mary@globex.com", "0551234567"), (customer.City, customer.Email, customer.Phone));
    }

    [Fact]
    public void FromLead_OfACompany_IsTheCompanyWithThePersonAsContact()
    {
        var customer = Domain.Crm.Customer.FromLead("CUST-00002", QualifiedLead(d => d with { Company = "Sky Hotels", Phone = "0551234567" }), Sara, Now);
        Assert.Equal(("Sky Hotels", CustomerKind.Business), (customer.Name, customer.Kind));
        Assert.Equal("Huda", Assert.Single(customer.Contacts).Name);
    }

    [Fact]
    public void FromLead_OfAPerson_IsThatPerson()
    {
        var customer = Domain.Crm.Customer.FromLead("CUST-00002", QualifiedLead(), Sara, Now);
        Assert.Equal(("Huda", CustomerKind.Individual), (customer.Name, customer.Kind));
        Assert.Empty(customer.Contacts);
    }
}
