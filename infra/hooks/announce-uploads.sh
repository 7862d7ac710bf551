#!/bin/sh
# Subscribes the app to new blobs of container uploads. Run after each deployment by azd; running it again changes nothing.
set -eu

command -v az >/dev/null 2>&1 || { echo "The Azure CLI (az) is needed to subscribe to uploads: https://aka.ms/azcli" >&2; exit 1; }

# The key belongs to the host, which makes it when it first starts with a blob trigger.
key=''
attempt=1
while [ -z "$key" ] && [ "$attempt" -le 20 ]; do
  key=$(az functionapp keys list --name "$FUNCTION_APP_NAME" --resource-group "$AZURE_RESOURCE_GROUP" \
    --query systemKeys.blobs_extension --output tsv || true)
  [ -n "$key" ] || { echo "Waiting for the host's blobs_extension key ($attempt/20)"; sleep 15; }
  attempt=$((attempt + 1))
done
[ -n "$key" ] || { echo "The host has made no key blobs_extension. See whether function IngestUpload is listed: az functionapp function list --name $FUNCTION_APP_NAME --resource-group $AZURE_RESOURCE_GROUP" >&2; exit 1; }

az eventgrid system-topic event-subscription create \
  --name uploads \
  --resource-group "$AZURE_RESOURCE_GROUP" \
  --system-topic-name "$EVENT_TOPIC_NAME" \
  --endpoint-type webhook \
  --endpoint "https://$FUNCTION_APP_HOST/runtime/webhooks/blobs?functionName=Host.Functions.IngestUpload&code=$key" \
  --included-event-types Microsoft.Storage.BlobCreated \
  --subject-begins-with "/blobServices/default/containers/$UPLOADS_CONTAINER_NAME/" \
  --output none

echo "New files of container $UPLOADS_CONTAINER_NAME are announced to $FUNCTION_APP_NAME."
