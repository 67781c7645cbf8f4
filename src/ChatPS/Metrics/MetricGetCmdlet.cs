using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Metrics;

/// <summary>A cmdlet that gets measurements.</summary>
public abstract class MetricGetCmdlet : GetCmdlet
{
    private protected MetricGetCmdlet()
    {
    }

    /// <summary>From when on. Left out, the platform's choice.</summary>
    [Parameter]
    public DateTimeOffset? Since { get; set; }

    /// <summary>Until when. Left out, until now.</summary>
    [Parameter]
    public DateTimeOffset? Until { get; set; }

    /// <summary>The time between two measurements: a time span or a number of seconds, in whole seconds. Left out, a minute.</summary>
    [Parameter]
    [TimeSpanTransformation]
    public TimeSpan? Step { get; set; }

    /// <summary>What the parameters ask for.</summary>
    /// <param name="names">What was measured; null for all.</param>
    private protected MetricQuery QueryFor(string[]? names) => new() { Names = names, Since = Since, Until = Until, Step = Step };

    // A parameter has the name of the step of the pipeline.
    private protected sealed override void Process() => Get();

    private protected abstract void Get();
}
