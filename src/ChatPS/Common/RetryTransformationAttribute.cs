using System.Collections;
using System.Management.Automation;

namespace ChatPS.Common;

/// <summary>Lets -Retry take a policy or a hashtable.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RetryTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        try
        {
            return value switch
            {
                Hashtable changes => new RetryPolicySpec(changes),
                ChatRetryPolicy policy => new RetryPolicySpec(policy),
                _ => inputData,
            };
        }
        catch (ArgumentException e)
        {
            throw new ArgumentTransformationMetadataException(e.Message, e);
        }
    }
}
