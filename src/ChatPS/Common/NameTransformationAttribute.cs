using System.Management.Automation;

namespace ChatPS.Common;

/// <summary>Keeps objects of the module from being taken for names: what is piped to be used is no name of what shall be made of it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NameTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is ChatObject item
            // The cause tells the engine to go on looking for a place for the object.
            ? throw new ArgumentTransformationMetadataException(
                $"A {item.GetType().Name} is no name.", new PSInvalidCastException($"A {item.GetType().Name} is no name."))
            : inputData;
}
