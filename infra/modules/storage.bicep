param name string
param location string
param tags object

// Names are the public contract of the pipeline (Pipeline/Storage/StorageNames.cs); a test compares the two.
var uploadsContainer = 'uploads'
var workContainer = 'work'
var packageContainer = 'app-package'
var containers = [
  uploadsContainer
  'quarantine'
  'facts'
  'staging'
  'models'
  'forecasts'
  'mappings'
  workContainer
  packageContainer
]
var queues = [
  'forecast-work'
  'forecast-work-poison'
]
var tables = [
  'Attention'
  'Forecasts'
  'ForecastAccuracy'
  'SupplyDemand'
  'Residents'
  'Satisfaction'
  'Participation'
  'MatchDimensions'
  'FeedbackThemes'
  'Improvements'
  'Allocations'
  'Scenarios'
  'Uploads'
  'Runs'
  'Models'
  'Ledger'
]

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: 'Standard_LRS'
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Allow'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    // A file deleted by mistake, and the facts made of it, can be had back for two weeks.
    deleteRetentionPolicy: {
      enabled: true
      days: 14
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: 14
    }
  }
}

resource blobContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = [for container in containers: {
  parent: blobs
  name: container
  properties: {
    publicAccess: 'None'
  }
}]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource workQueues 'Microsoft.Storage/storageAccounts/queueServices/queues@2023-05-01' = [for queue in queues: {
  parent: queueService
  name: queue
}]

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource publicTables 'Microsoft.Storage/storageAccounts/tableServices/tables@2023-05-01' = [for table in tables: {
  parent: tableService
  name: table
}]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2023-05-01' = {
  parent: account
  name: 'default'
  dependsOn: [blobs]
  properties: {
    policy: {
      rules: [
        {
          name: 'delete-work-of-past-runs'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['${workContainer}/']
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: 7
                }
              }
            }
          }
        }
      ]
    }
  }
}

output name string = account.name
output uploadsContainerName string = uploadsContainer
output packageContainerName string = packageContainer
