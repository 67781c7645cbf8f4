using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace ChatPS.Common;

/// <summary>A retry policy as -Retry takes it: a whole one, or a hashtable of what shall differ.</summary>
public sealed class RetryPolicySpec
{
    private readonly ChatRetryPolicy? _whole;
    private readonly Hashtable? _changes;

    internal RetryPolicySpec(ChatRetryPolicy policy) => _whole = policy;

    /// <exception cref="ArgumentException">A key is no property of the policy, or its value no fitting one.</exception>
    internal RetryPolicySpec(Hashtable changes)
    {
        _changes = changes;
        Over(ChatRetryPolicy.Default);
    }

    /// <summary>The policy that results on top of another.</summary>
    internal ChatRetryPolicy Over(ChatRetryPolicy policy)
    {
        if (_whole is not null)
            return _whole;
        foreach (DictionaryEntry change in _changes!)
        {
            policy = Convert.ToString(change.Key, CultureInfo.InvariantCulture)?.ToUpperInvariant() switch
            {
                "INITIALINTERVAL" => policy with { InitialInterval = Duration(change) },
                "MAXINTERVAL" => policy with { MaxInterval = Duration(change) },
                "EXPONENT" => policy with { Exponent = Number(change, least: 1) },
                "MAXELAPSEDTIME" => policy with { MaxElapsedTime = Duration(change) },
                "RETRYCONNECTIONERRORS" => policy with { RetryConnectionErrors = LanguagePrimitives.IsTrue(change.Value) },
                "MAXRETRIES" => policy with { MaxRetries = (int)Number(change, least: 0) },
                _ => throw new ArgumentException(
                    $"'{change.Key}' is no part of a retry policy. Its parts are InitialInterval, MaxInterval, Exponent, MaxElapsedTime, RetryConnectionErrors and MaxRetries."),
            };
        }
        return policy;
    }

    // A bare number means seconds: a TimeSpan made of one would mean ticks.
    private static TimeSpan Duration(DictionaryEntry change)
    {
        var value = change.Value is PSObject wrapped ? wrapped.BaseObject : change.Value;
        if (value is TimeSpan span && span >= TimeSpan.Zero)
            return span;
        return value is string text && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out span) && span >= TimeSpan.Zero
            ? span
            : TimeSpan.FromSeconds(Number(change, least: 0));
    }

    private static double Number(DictionaryEntry change, double least) =>
        LanguagePrimitives.TryConvertTo(change.Value, CultureInfo.InvariantCulture, out double number) && number >= least && number < int.MaxValue
            ? number
            : throw new ArgumentException($"{change.Key} of a retry policy takes a number of {least} or more, not '{change.Value}'.");
}
