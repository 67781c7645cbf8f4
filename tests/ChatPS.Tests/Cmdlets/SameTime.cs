namespace ChatPS.Tests.Cmdlets;

/// <summary>The time of day of another clock for a server whose timers are its own affair.</summary>
internal sealed class SameTime(TimeProvider clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();
}
