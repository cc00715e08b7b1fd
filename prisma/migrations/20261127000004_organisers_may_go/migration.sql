-- DropForeignKey
ALTER TABLE "Subscription" DROP CONSTRAINT "Subscription_organiserId_fkey";

-- AlterTable
ALTER TABLE "Subscription" DROP COLUMN "organiserAccount",
ALTER COLUMN "organiserId" DROP NOT NULL;

-- AddForeignKey
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_organiserId_fkey" FOREIGN KEY ("organiserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
