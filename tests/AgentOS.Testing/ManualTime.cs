namespace AgentOS.Testing;

/// <summary>A clock that a test turns: what is to wait waits, and what is to last lasts, however slow the machine is.</summary>
public sealed class ManualTime : TimeProvider
{
    private readonly Lock guard = new();
    private readonly List<ManualTimer> timers = [];
    private DateTimeOffset now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Told of each timer that is set.</summary>
    public event Action<TimeSpan>? TimerSet;

    /// <summary>Which timers go off by themselves, by how far ahead they are set; none unless told. The clock stays where it is.</summary>
    public Func<TimeSpan, bool> AtOnce { get; init; } = static _ => false;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (guard) return now;
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        lock (guard) timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on; timers that are due go off before this returns.</summary>
    public void Turn(TimeSpan by)
    {
        ManualTimer[] due;
        lock (guard)
        {
            now += by;
            due = [.. timers.Where(timer => timer.Due <= now)];
        }

        foreach (var timer in due)
            timer.Fire();
    }

    private sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; } = DateTimeOffset.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.guard) Due = dueTime == Timeout.InfiniteTimeSpan || dueTime > TimeSpan.FromDays(1000) ? DateTimeOffset.MaxValue : time.now + dueTime;
            if (Due == DateTimeOffset.MaxValue) return true;
            time.TimerSet?.Invoke(dueTime);
            if (time.AtOnce(dueTime)) ThreadPool.QueueUserWorkItem(static timer => timer.Fire(), this, preferLocal: false);
            return true;
        }

        public void Fire()
        {
            lock (time.guard)
            {
                if (Due == DateTimeOffset.MaxValue) return;
                Due = DateTimeOffset.MaxValue;
            }

            callback(state);
        }

        public void Dispose()
        {
            lock (time.guard)
            {
                Due = DateTimeOffset.MaxValue;
                time.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
