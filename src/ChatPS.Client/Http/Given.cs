namespace ChatPS.Client.Http;

/// <summary>A value that may be left out, or given as nothing: two wishes that null alone cannot tell apart.</summary>
/// <param name="Value">What was given.</param>
/// <param name="IsGiven">Whether anything was.</param>
internal readonly record struct Given<T>(T? Value, bool IsGiven = true)
{
    public static implicit operator Given<T>(T? value) => new(value);
}
