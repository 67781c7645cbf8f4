namespace ChatPS.Tests;

/// <summary>
/// Tests of what the whole process has but once: they run one after another, and beside all others. Since they take the longest, they begin
/// first (<see cref="LongestFirst"/>).
/// </summary>
[CollectionDefinition(Name)]
public sealed class SharedState
{
    public const string Name = nameof(SharedState);
}
