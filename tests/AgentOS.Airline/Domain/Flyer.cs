using AgentOS.Domain;
using AgentOS.Tools;

namespace AgentOS.Airline;

/// <summary>A user of the airline, with what they can pay with.</summary>
public sealed class Flyer : Aggregate
{
    /// <summary>A conversation that needs more of them is one for people.</summary>
    private static readonly string[] CertificateIds = ["certificate_3221322", "certificate_3221323", "certificate_3221324"];

    private Flyer()
    {
    }

    /// <summary>Such as <c>mia_li_3668</c>.</summary>
    public string UserId { get; private set; } = "";

    public FullName Name { get; private set; } = new("", "");

    public Address Address { get; private set; } = new("", "", "", "", "", "");

    public string Email { get; private set; } = "";

    public string Dob { get; private set; } = "";

    public IReadOnlyList<PaymentMethod> PaymentMethods { get; private set; } = [];

    public IReadOnlyList<Passenger> SavedPassengers { get; private set; } = [];

    public string Membership { get; private set; } = "";

    /// <summary>Numbers of the reservations, in the order they were made.</summary>
    public IReadOnlyList<string> Reservations { get; private set; } = [];

    public PaymentMethod? Method(string id) => PaymentMethods.FirstOrDefault(m => m.Id == id);

    /// <summary>Pays for a new reservation: gift cards lose the amount, certificates are used up whole.</summary>
    /// <exception cref="ToolException">A method is not theirs or has too little, or the amounts are not the price.</exception>
    public void PayInFull(IReadOnlyList<Payment> payments, decimal price)
    {
        foreach (var payment in payments)
        {
            var method = Method(payment.PaymentId) ?? throw Refuse.PaymentMethod($"payment method {payment.PaymentId} not found");
            if (method.Amount < payment.Amount) throw Refuse.Balance($"not enough balance in payment method {payment.PaymentId}");
        }

        var paid = payments.Sum(p => p.Amount);
        if (paid != price) throw Refuse.Amount($"payment amount does not add up, total price is {price}, but paid {paid}");
        foreach (var payment in payments)
        {
            var method = Method(payment.PaymentId)!;
            if (method.IsCertificate) PaymentMethods = [.. PaymentMethods.Where(m => m != method)];
            else if (method.IsGiftCard) Charge(method, payment.Amount);
        }

        Raise(new ReservationPaid(price));
    }

    /// <summary>Pays the difference of a change, or gets it back where negative.</summary>
    /// <exception cref="ToolException">The method is not theirs, is a certificate, or has too little.</exception>
    public void PayDifference(string paymentId, decimal amount)
    {
        var method = Method(paymentId) ?? throw Refuse.PaymentMethod("payment method not found");
        if (method.IsCertificate) throw Refuse.PaymentMethod("certificate cannot be used to update reservation");
        if (!method.IsGiftCard) return;
        if (method.Amount < amount) throw Refuse.Balance("gift card balance is not enough");
        Charge(method, amount);
        Raise(new DifferencePaid(paymentId, amount));
    }

    /// <summary>Gets a certificate as a gesture.</summary>
    /// <returns>Its id.</returns>
    public string Receive(decimal amount)
    {
        var id = CertificateIds.FirstOrDefault(c => Method(c) is null) ?? throw new ToolException("no_numbers_left", "too many certificates for one conversation");
        PaymentMethods = [.. PaymentMethods, PaymentMethod.Certificate(id, amount)];
        Raise(new CertificateReceived(id, amount));
        return id;
    }

    public void Add(string reservation)
    {
        Reservations = [.. Reservations, reservation];
        Raise(new ReservationAdded(reservation));
    }

    private void Charge(PaymentMethod method, decimal amount) =>
        PaymentMethods = [.. PaymentMethods.Select(m => m == method ? m with { Amount = m.Amount - amount } : m)];
}

public sealed record ReservationPaid(decimal Price) : IDomainEvent;

public sealed record DifferencePaid(string PaymentId, decimal Amount) : IDomainEvent;

public sealed record CertificateReceived(string Id, decimal Amount) : IDomainEvent;

public sealed record ReservationAdded(string Number) : IDomainEvent;
