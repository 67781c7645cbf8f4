using System.Management.Automation;
using ChatPS.Client.Capabilities;

namespace ChatPS.Common;

/// <summary>How many processes an app shall keep in a region, as -StaticProcess takes it.</summary>
public sealed class StaticProcessSpec
{
    /// <summary>How many processes an app shall keep in a region.</summary>
    /// <param name="value">
    /// A hashtable with Region, MinProcesses and, if wanted, MaxProcesses, TargetProcesses and AutoscalingEnabled; or such an object of an app.
    /// </param>
    public StaticProcessSpec(object value)
    {
        if ((value is PSObject wrapped ? wrapped.BaseObject : value) is ChatStaticProcess process)
        {
            Value = new(process.Region, process.MinProcesses, process.MaxProcesses) { Target = process.TargetProcesses, Autoscaling = process.AutoscalingEnabled };
            return;
        }
        var parts = new SpecReader(value, "static process");
        Value = new(parts.Text("Region"), parts.Number("MinProcesses"), parts.OptionalNumber("MaxProcesses"))
        {
            Target = parts.OptionalNumber("TargetProcesses"),
            Autoscaling = parts.Flag("AutoscalingEnabled"),
        };
        parts.End();
    }

    internal StaticProcess Value { get; }

    /// <summary>The region and the numbers.</summary>
    /// <returns>Such as <c>Frankfurt 1..10</c>.</returns>
    public override string ToString() => $"{Value.Region} {Value.Min}..{Value.Max}";
}
