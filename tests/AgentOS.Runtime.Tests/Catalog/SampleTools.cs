using System.ComponentModel;
using AgentOS.Tools;

namespace AgentOS.Runtime.Tests.Catalog;

/// <summary>A record that sample tools refer to.</summary>
public sealed class Customer;

/// <summary>A record that lines refer to.</summary>
public sealed class Product;

public enum OrderPriority
{
    Normal,
    VeryUrgent,
}

public interface IClockwork
{
    string Tick();
}

[Description("Places an order for a customer.")]
[Tool("samples.order", Effect.Write, DeadlineMilliseconds = 1234), Route("POST /api/v1/customers/{customer}/orders"), Permission("orders:write"), Confirm]
public sealed class PlaceOrder(IClockwork clockwork) : ITool<PlaceOrder.Input, PlaceOrder.OrderView>
{
    public sealed record Input(
        [Description("Who buys")] Ref<Customer> Customer,
        IReadOnlyList<Line> Lines,
        Money? Discount = null,
        DateOnly? Due = null,
        OrderPriority? Priority = null,
        [Description("Free words")] string? Note = null);

    public sealed record Line(Ref<Product> Product, int Quantity);

    public sealed record OrderView(string Customer, int Count, string Tick);

    public async ValueTask<OrderView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        await Task.Yield();
        return new OrderView(input.Customer.Text, input.Lines.Count, clockwork.Tick());
    }
}

[Description("Says what time it is.")]
[Tool("samples.time", Effect.Read), Permission("time:read")]
public sealed class ReadTime : ITool<ReadTime.Input, ReadTime.TimeView>
{
    public sealed record Input;

    public sealed record TimeView(DateTimeOffset Now);

    public ValueTask<TimeView> RunAsync(Input input, ToolContext context, CancellationToken cancel) => new(new TimeView(context.Now));
}
