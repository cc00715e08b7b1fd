-- DropIndex
DROP INDEX "InsightSnapshot_industry_takenAt_idx";

-- AlterTable
ALTER TABLE "InsightSnapshot" ADD COLUMN     "location" TEXT NOT NULL DEFAULT 'US';

-- CreateTable
CREATE TABLE "LocationInsight" (
    "industry" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "nextUpdate" TIMESTAMP(3) NOT NULL,
    "claimedUntil" TIMESTAMP(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failedAt" TIMESTAMP(3),
    "problem" TEXT,

    CONSTRAINT "LocationInsight_pkey" PRIMARY KEY ("industry","location")
);

-- CreateTable
CREATE TABLE "EstimateRequest" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "EstimateRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "EstimateRequest_userId_askedAt_idx" ON "EstimateRequest"("userId", "askedAt");

-- CreateIndex
CREATE INDEX "EstimateRequest_platform_workspaceId_askedAt_idx" ON "EstimateRequest"("platform", "workspaceId", "askedAt");

-- CreateIndex
CREATE INDEX "InsightSnapshot_industry_location_takenAt_idx" ON "InsightSnapshot"("industry", "location", "takenAt");

-- AddForeignKey
ALTER TABLE "EstimateRequest" ADD CONSTRAINT "EstimateRequest_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
