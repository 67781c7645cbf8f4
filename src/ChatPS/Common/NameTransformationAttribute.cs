using System.Management.Automation;

namespace ChatPS.Common;

/// <summary>Takes texts and numbers for names, and nothing else: an object that is piped is there to be used, and no name of what shall be made.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NameTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if ((inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is null or string or IFormattable)
            return inputData!;
        // The cause tells the engine to look for another place for the object.
        var cause = new PSInvalidCastException($"A {inputData!.GetType().Name} is no name.");
        throw new ArgumentTransformationMetadataException(cause.Message, cause);
    }
}
