using System.Globalization;
using System.Management.Automation;

namespace ChatPS.Common;

/// <summary>Lets a time span be given as a number of seconds; the engine would take a number for ticks.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimeSpanTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        // Whether nothing is a time is for the parameter's type to say.
        if (inputData is null)
            return null!;
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        var span = value switch
        {
            TimeSpan given => given,
            _ when LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out double seconds) && Math.Abs(seconds) < 1e9 => TimeSpan.FromSeconds(seconds),
            string text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var parsed) => parsed,
            _ => throw new ArgumentTransformationMetadataException($"'{value}' is no time span: give seconds, or hours:minutes:seconds."),
        };
        return span > TimeSpan.Zero ? span : throw new ArgumentTransformationMetadataException("The time has to be longer than nothing.");
    }
}
